# rule: not answers_of_servers.error_in_an_answer
# source: constructed
# %% before
import json
text = '{"message": "https://images.dog.ceo/a b.jpg", "status": "success"}'
# %% fails
result = json.loads(text)
result['url']
