# rule: exports.weights_given_to_load_learner
# source: constructed
# says: bare model
# says: weights_only=False
# %% before
from fastai.vision.all import *
torch.save(nn.Sequential(nn.Linear(4, 2)), 'model.pth')
# %% fails
learn = load_learner('model.pth')
# %% mended
model = torch.load('model.pth', weights_only=False)
