# rule: python_json.bad_json
# source: constructed
# says: print\(repr\(text\)\)
# %% fails
import json
json.loads('')
