# rule: files_of_weights.pickle_load
# source: constructed
# says: torch\.load\('w\.pkl'\)
# %% before
import torch, pickle
torch.save({'w': torch.ones(3)}, 'w.pkl')
# %% fails
with open('w.pkl', 'rb') as f:
    w = pickle.load(f)
# %% mended
w = torch.load('w.pkl')
