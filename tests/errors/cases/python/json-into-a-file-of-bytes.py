# rule: python_json.bytes_or_text
# source: a learner's notebook
# says: writes text
# says: f = open\('file', 'w'\)
# %% before
import json
f = open('file', 'wb')
# %% fails
json.dump({'name': 'a'}, f)
# %% mended
f = open('file', 'w')
json.dump({'name': 'a'}, f)
f.close()
