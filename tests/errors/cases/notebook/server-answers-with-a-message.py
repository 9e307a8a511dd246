# rule: answers_of_servers.error_in_an_answer
# source: a learner's notebook
# says: cannot find Authorization
# %% before
import json
text = '{"errorType": "AccessDeniedError", "message": "cannot find Authorization header"}'
# %% fails
result = json.loads(text)
result['documents'][0]
