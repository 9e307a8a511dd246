# rule: saving_modules.module_holds_a_lambda
# source: constructed
# says: inside\s+the\s+function\s+make
# %% before
import pickle, torch
from torch import nn
def make(n):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.fc = nn.Linear(n, 1)
    return Net()
model = make(3)
# %% fails
text = pickle.dumps(model)
# %% mended
torch.save(model.state_dict(), 'model.pth')
