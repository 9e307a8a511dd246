# rule: python_json.bad_json
# source: constructed
# says: json\.dumps\(data\)
# says: True
# %% fails
import json
json.loads('{"a": True}')
