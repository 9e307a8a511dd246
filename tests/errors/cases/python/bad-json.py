# rule: python_json.bad_json
# source: constructed
# says: import ast
# %% fails
import json
json.loads("{'a': 1}")
# %% mended
import json
import ast
ast.literal_eval("{'a': 1}")
