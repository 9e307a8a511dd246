# rule: python_places.wrong_index
# source: constructed
# says: import json
# %% fails
s='{"a":1}'
s['a']
# %% mended
s='{"a":1}'
import json
data = json.loads(s)
data['a']
