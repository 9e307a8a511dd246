# rule: python_json.json_load_or_loads
# source: constructed
# says: json\.dumps\(\{'a': np\.arange\(3\)\.tolist\(\)\}\)
# says: np\.arange
# %% fails
import json, numpy as np
json.dumps({'a': np.arange(3)})
# %% mended
import json, numpy as np
json.dumps({'a': np.arange(3).tolist()})
