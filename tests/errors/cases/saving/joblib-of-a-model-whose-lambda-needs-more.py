# rule: saving_modules.module_holds_a_lambda
# source: constructed
# says: torch\.save\(model\.state_dict\(\), 'model\.pth'\)
# says: method\s+of\s+Net
# %% before
import joblib, torch
from torch import nn
class Net(nn.Module):
    def __init__(self, scale):
        super().__init__()
        self.fc = nn.Linear(2, 1)
        self.act = lambda x: x * scale
model = Net(2)
# %% fails
joblib.dump(model, 'model.pkl')
# %% mended
torch.save(model.state_dict(), 'model.pth')
