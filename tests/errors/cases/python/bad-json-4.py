# rule: python_json.bad_json
# source: constructed
# says: print\(text\[:300\]\)
# %% fails
import json
json.loads('<html></html>')
