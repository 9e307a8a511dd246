# rule: not saving_modules.module_holds_a_lambda
# source: constructed
# %% before
import pickle
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 2)
model = Net()
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
# %% fails
pickle.dump(model, open('model.pkl', 'wb'))
# %% mended
model = Net()
pickle.dump(model, open('model.pkl', 'wb'))
