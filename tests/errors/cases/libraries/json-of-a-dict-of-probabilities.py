# rule: python_json.json_load_or_loads
# source: constructed
# says: \{k: float\(v\) for k, v in table\.items\(\)\}
# %% before
import json, numpy as np
table = dict(zip(['oak', 'elm'], np.array([0.25, 0.75], dtype=np.float32)))
# %% fails
text = json.dumps(table)
# %% mended
text = json.dumps({k: float(v) for k, v in table.items()})
