# rule: answers_of_servers.error_in_an_answer
# source: constructed
# says: API key invalid
# %% before
class Answer:
    def json(self):
        return {'error': {'code': 403, 'message': 'API key invalid'}}
# %% fails
data = Answer().json()
data['value']
