# rule: python_json.json_load_or_loads
# source: constructed
# says: with open\('x\.json'\) as f: data = json\.load\(f\)
# says: x\.json
# %% fails
import json
json.load('x.json')
