/**
 * Registry hives as Windows keeps them, made and changed with hivex: an implementation of the format that knows nothing
 * of this guide. On Debian as root it is installed when missing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PACKAGES = ['libhivex-bin', 'libwin-hivex-perl']
const MODULES = ['-MWin::Hivex', '-MWin::Hivex::Regedit', '-MJSON::PP']

/**
 * @returns why there is no hivex here, for the name of a skipped test; undefined where there is
 * @throws where it should have been installed and was not
 */
export function missingHivex(): string | undefined {
	if (hasHivex()) return
	if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0)
		return `skipped: they need hivexregedit and the Perl module Win::Hivex (Debian: ${PACKAGES.join(', ')})`
	console.error('Installing hivex for the registry tests …')
	const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
	spawnSync('apt-get', ['update', '-qq'], options)
	spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], options)
	if (!hasHivex()) throw new Error(`The registry tests need hivex: install ${PACKAGES.join(' and ')}.`)
	return
}

const hasHivex = () =>
	spawnSync('perl', [...MODULES, '-e', '1']).status === 0 &&
	!spawnSync('hivexregedit', ['--help'], { stdio: 'ignore' }).error

/** The keys that have a hive of their own. */
export const HIVE_ROOTS = ['HKEY_LOCAL_MACHINE\\SYSTEM', 'HKEY_LOCAL_MACHINE\\SOFTWARE', 'HKEY_CURRENT_USER'] as const

/** A value as a hive holds it: number of its type, bytes as hex; null: not there. */
export type HiveValue = { type: number; hex: string } | null

/** One thing to do with hives. Paths are whole, with the full name of the root. */
export type HiveStep =
	/** Puts a value there by itself, without any .reg file. */
	| { do: 'put'; path: string; name: string; type: number; hex: string }
	/** Merges a .reg file, given as decoded text. */
	| { do: 'merge'; text: string }
	| { do: 'read'; path: string; name: string }

/**
 * Each run starts with empty hives. After every merge a hive is saved and opened anew, so that what is read comes from a
 * file. `reg_import` is what `hivexregedit --merge` calls; one Perl for many runs saves a start for each file.
 */
const DRIVER = String.raw`
use strict; use warnings;
my ($folder, $empty) = @ARGV;
local $/ = undef;
my $job = decode_json(<STDIN>);
$/ = "\n";
my %hives; my %files;
sub start {
	my $i = 0;
	%hives = ();
	for my $root (@{$job->{roots}}) {
		$files{$root} = "$folder/" . $i++ . ".hive";
		open my $out, '>:raw', $files{$root} or die $!;
		print $out pack('H*', $job->{empty});
		close $out;
		$hives{$root} = Win::Hivex->open($files{$root}, write => 1);
	}
}
sub save {
	for my $root (keys %hives) {
		$hives{$root}->commit(undef);
		delete $hives{$root};
		$hives{$root} = Win::Hivex->open($files{$root}, write => 1);
	}
}
sub locate {
	my ($path) = @_;
	for my $root (@{$job->{roots}}) {
		return ($hives{$root}, substr($path, length $root)) if lc(substr($path, 0, length $root)) eq lc $root;
	}
	die "no hive for $path";
}
sub node {
	my ($path, $create, $above) = @_;
	my ($hive, $rest) = locate($path);
	my $node = $hive->root();
	my @parts = grep { $_ ne '' } split /\\/, $rest;
	pop @parts if $above;
	for my $part (@parts) {
		my $child = $hive->node_get_child($node, $part);
		return ($hive, undef) if !$child && !$create;
		$node = $child || $hive->node_add_child($node, $part);
	}
	return ($hive, $node);
}
my @answers;
for my $run (@{$job->{runs}}) {
	start();
	my @read;
	for my $step (@$run) {
		if ($step->{do} eq 'put') {
			my ($hive, $node) = node($step->{path}, 1);
			$hive->node_set_value($node, { key => $step->{name}, t => $step->{type}, value => pack('H*', $step->{hex}) });
		} elsif ($step->{do} eq 'merge') {
			my $text = Encode::encode('UTF-8', $step->{text});
			open my $in, '<:encoding(UTF-8)', \$text or die $!;
			# The importer makes a key, but not the keys above it; Windows makes them all.
			reg_import_from($in);
			save();
		} else {
			my ($hive, $node) = node($step->{path}, 0);
			my ($value) = grep { lc $hive->value_key($_) eq lc $step->{name} } $node ? $hive->node_values($node) : ();
			if ($value) {
				my ($type, $data) = $hive->value_value($value);
				push @read, { type => $type, hex => unpack('H*', $data) };
			} else {
				push @read, undef;
			}
		}
	}
	push @answers, \@read;
}
sub reg_import_from {
	my ($in) = @_;
	Win::Hivex::Regedit::reg_import($in, sub { node($_[0], 1, 1); return locate($_[0]) }, encoding => 'UTF-16LE');
}
print encode_json(\@answers);
`

/**
 * Does steps with real hives.
 *
 * @returns what each run read, in order
 */
export function withHives(runs: readonly (readonly HiveStep[])[]): HiveValue[][] {
	return inFolder((folder) => {
		const job = {
			roots: HIVE_ROOTS,
			empty: Buffer.from(emptyHive()).toString('hex'),
			runs: runs.map((run) => run.map((step) => (step.do === 'merge' ? { ...step, text: forHivex(step.text) } : step))),
		}
		return JSON.parse(run('perl', [...MODULES, '-MEncode', '-e', DRIVER, folder], JSON.stringify(job)))
	})
}

/** Merges a .reg file into an empty hive with the program itself. @returns what the program exports, with CRLF */
export function mergeWithHivexregedit(text: string, root: (typeof HIVE_ROOTS)[number]): string {
	return inFolder((folder) => {
		const hive = join(folder, 'hive')
		const file = join(folder, 'file.reg')
		writeFileSync(hive, emptyHive())
		const paths = [...text.matchAll(/^\[(.*)\]\r$/gm)].map(([, path = '']) => path.slice(root.length))
		// Here too the keys above are made first: hivexsh knows one level at a time.
		const shell = new Set(
			paths.flatMap((path) => {
				const parts = path.split('\\').filter(Boolean)
				return parts.map((_, i) => parts.slice(0, i + 1).join('\\'))
			}),
		)
		const commands = [...shell].map((path) => {
			const cut = path.lastIndexOf('\\')
			return `cd \\${path.slice(0, Math.max(cut, 0))}\nadd ${path.slice(cut + 1)}\n`
		})
		run('hivexsh', ['-w', hive], `${commands.join('')}commit\n`)
		writeFileSync(file, forHivex(text))
		run('hivexregedit', ['--merge', hive, '--prefix', root, file])
		const exported = run('hivexregedit', ['--export', '--prefix', root, hive, '\\'])
		return exported.replace(`[${root}\\]\n`, '').replaceAll('\n', '\r\n')
	})
}

function run(command: string, args: readonly string[], input = ''): string {
	const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 })
	if (status !== 0) throw new Error(`${command} failed: ${stderr}`)
	return stdout
}

function inFolder<T>(work: (folder: string) => T): T {
	const folder = mkdtempSync(join(tmpdir(), 'hive-'))
	try {
		return work(folder)
	} finally {
		rmSync(folder, { recursive: true })
	}
}

/** hivexregedit takes neither byte order marks nor CRLF, and ends a key at a comment. */
const forHivex = (text: string) =>
	text
		.replace(/^\uFEFF/, '')
		.split('\r\n')
		.filter((line) => !line.startsWith(';'))
		.join('\n')

/** Offset of the one bin; offsets inside a hive count from here. */
const BIN = 4096
const NONE = 0xffffffff
/** Owner and group: Administrators (S-1-5-32-544), self-relative, without a DACL: everybody may do everything. */
const ADMINISTRATORS = '01020000000000052000000020020000'
const SECURITY = Buffer.from(`01000080140000002400000000000000${'00000000'}${ADMINISTRATORS}${ADMINISTRATORS}`, 'hex')
const ROOT_NAME = 'ROOT'

/**
 * The smallest hive: version 1.5 of the format "regf", with a base block, one bin, the root key and its security.
 * Layout: https://github.com/msuhanov/regf/blob/master/Windows%20registry%20file%20format%20specification.md
 */
function emptyHive(): Uint8Array {
	const bytes = new Uint8Array(2 * BIN)
	const view = new DataView(bytes.buffer)
	const text = (at: number, ascii: string) => bytes.set(Buffer.from(ascii, 'latin1'), at)
	const uint32 = (at: number, value: number) => view.setUint32(at, value, true)
	const uint16 = (at: number, value: number) => view.setUint16(at, value, true)

	const key = BIN + 32
	const keySize = cellSize(76 + ROOT_NAME.length)
	const security = key + keySize
	const securitySize = cellSize(20 + SECURITY.length)
	const free = security + securitySize

	// The base block. Both sequence numbers are the same: the hive is whole.
	text(0, 'regf')
	uint32(4, 1)
	uint32(8, 1)
	uint32(20, 1)
	uint32(24, 5)
	uint32(32, 1)
	uint32(36, key - BIN)
	uint32(40, BIN)
	uint32(44, 1)

	text(BIN, 'hbin')
	uint32(BIN + 8, BIN)

	// The root key. The size of a cell in use is negative.
	view.setInt32(key, -keySize, true)
	text(key + 4, 'nk')
	// Flags: root of a hive, not to be deleted, name in Latin-1.
	uint16(key + 6, 0x2c)
	uint32(key + 20, NONE)
	uint32(key + 32, NONE)
	uint32(key + 36, NONE)
	uint32(key + 44, NONE)
	uint32(key + 48, security - BIN)
	uint32(key + 52, NONE)
	uint16(key + 76, ROOT_NAME.length)
	text(key + 80, ROOT_NAME)

	// Its security. It is the only one, so its neighbours in the list are itself.
	view.setInt32(security, -securitySize, true)
	text(security + 4, 'sk')
	uint32(security + 8, security - BIN)
	uint32(security + 12, security - BIN)
	uint32(security + 16, 1)
	uint32(security + 20, SECURITY.length)
	bytes.set(SECURITY, security + 24)

	view.setInt32(free, bytes.length - free, true)

	// The checksum of the base block: its first 127 numbers, one upon the other.
	let sum = 0
	for (let at = 0; at < 508; at += 4) sum ^= view.getUint32(at, true)
	uint32(508, sum >>> 0)
	return bytes
}

/** A cell with its size in front, at a multiple of eight. */
const cellSize = (content: number) => (4 + content + 7) & ~7
