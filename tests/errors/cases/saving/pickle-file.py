# rule: files_of_weights.not_weights
# source: constructed
# says: pickle\.dump
# says: pickle\.load\(f\)
# %% before
import torch, pickle
with open('stats.pkl', 'wb') as f: pickle.dump({'mean': 3.5}, f)
# %% fails
stats = torch.load('stats.pkl', weights_only=False)
# %% mended
import pickle
with open('stats.pkl', 'rb') as f: obj = pickle.load(f)
