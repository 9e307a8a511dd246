# rule: answers_of_servers.answer_not_read
# source: constructed
# says: r.json\(\)\['a'\]
# %% before
import requests
r = requests.Response()
r._content, r.status_code = b'{"a": 1}', 200
# %% fails
r['a']
# %% mended
r.json()['a']
