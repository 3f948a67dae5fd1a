/** Programs that ask, to be pasted. Their addresses are those of the site; a test runs or reads each of them. */
import { published } from '../components/href.ts'
import { pathTo } from '../kb/addresses.ts'

export interface Example {
	/** Fragment id on the page. */
	id: 'powershell' | 'curl' | 'servicenow'
	lang: 'powershell' | 'bash' | 'javascript'
	code: string
}

const lookups = () => published(pathTo({ kind: 'api', path: 'lookup/' }))

export const examples = (): Example[] => [
	{
		id: 'powershell',
		lang: 'powershell',
		code: `function Find-RdpError([string]$Spelling) {
    $lookups = '${lookups()}'
    try {
        $answer = Invoke-RestMethod -Uri ($lookups + $Spelling + '.json') -UseBasicParsing -ErrorAction Stop
    } catch {
        Write-Warning "No answer for $Spelling. $($_.Exception.Message)"
        return
    }
    # Where the number means several things, choose by the list it was printed from.
    $found = if ($answer.best) { $answer.best } else { $answer.readings.codes }
    $found | Select-Object -Property 'list', 'id', 'title', 'meaning', 'grade', 'verified', 'page'
}

Find-RdpError '0x904-0x7'
Find-RdpError '7'`,
	},
	{
		id: 'curl',
		lang: 'bash',
		code: `lookups='${lookups()}'

# The one meaning, if there is one, else every candidate.
curl -sSf "\${lookups}2308.json" | jq -r '.best // .readings[].codes[] | "\\(.title): \\(.meaning) \\(.page)"'

# A number with several meanings: which list, which id.
curl -sSf "\${lookups}0x7.json" | jq -r '.readings[].codes[] | [.list, .id, .title] | @tsv'

# The causes of a pair, the likeliest first, with their evidence.
curl -sSf '${published(pathTo({ kind: 'api', path: 'pairs/mstsc-0x904-0x7.json' }))}' | jq -r '.causes[] | "\\(.grade) \\(.id) \\(.title)"'`,
	},
	{
		id: 'servicenow',
		lang: 'javascript',
		code: `(function executeRule(current) {
    var lookups = '${lookups()}';
    var text = (current.getValue('short_description') + '\\n' + current.getValue('description')).toLowerCase();
    var numbers = text.match(/\\b0x[0-9a-f]{1,8}\\b/g) || [];
    if (numbers.length === 0) return;

    // The dialog prints both codes: ask for the pair first, then for the first number alone.
    var spellings = numbers.length > 1 ? [numbers[0] + '-' + numbers[1], numbers[0]] : [numbers[0]];
    for (var i = 0; i < spellings.length; i++) {
        var request = new sn_ws.RESTMessageV2();
        request.setHttpMethod('get');
        request.setEndpoint(lookups + spellings[i] + '.json');
        var response = request.execute();
        if (response.getStatusCode() != 200) continue;

        var answer = JSON.parse(response.getBody());
        var best = answer.best;
        current.work_notes = best
            ? best.title + '\\n' + best.meaning + '\\nEvidence ' + best.grade + ', verified ' + best.verified + '\\n' + best.page
            : spellings[i] + ' means several things: ' + answer.page;
        current.update();
        return;
    }
})(current);`,
	},
]
