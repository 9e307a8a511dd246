# rule: python_json.json_load_or_loads
# source: constructed
# says: \{'a': 1\}
# %% fails
import json
json.loads({'a': 1})
# %% mended
import json
{'a': 1}
