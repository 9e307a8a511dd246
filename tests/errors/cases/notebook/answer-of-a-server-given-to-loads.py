# rule: answers_of_servers.answer_not_read
# source: constructed
# says: data = answer.json\(\)
# %% before
import json, requests
answer = requests.Response()
answer._content, answer.status_code = b'{"a": 1}', 200
# %% fails
data = json.loads(answer)
# %% mended
data = answer.json()
