# rule: python_json.json_load_or_loads
# source: constructed
# says: 'score': float\(shares\[best\]\)
# %% before
import json, torch
shares = torch.tensor([0.1, 0.7, 0.2])
best = shares.argmax()
animal = 'otter'
# %% fails
answer = json.dumps({'name': animal, 'score': shares[best]})
# %% mended
answer = json.dumps({'name': animal, 'score': float(shares[best])})
