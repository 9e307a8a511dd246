# rule: python_json.bad_json
# source: constructed
# says: There is a comma before the closing \} \(line 1, column 9\)\.
# %% fails
import json
json.loads('{"a": 1,}')
