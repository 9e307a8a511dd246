# rule: saving_modules.module_holds_a_lambda
# source: https://github.com/oulenz/fuzzy-rough-learn/issues/7
# says: model\.scale\s+is\s+a\s+lambda
# says: def scale\(x\): return x / 255
# says: model\.scale = scale
# %% before
import pickle
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 2)
        self.scale = lambda x: x / 255
    def forward(self, x): return self.fc(self.scale(x))
model = Net()
# %% fails
with open('model.pkl', 'wb') as f:
    pickle.dump(model, f)
# %% mended
def scale(x): return x / 255
model.scale = scale
with open('model.pkl', 'wb') as f:
    pickle.dump(model, f)
