# rule: lstm.tuple_of_lstm
# source: https://stackoverflow.com/questions/73593136
# says: tuple
# says: x, _ = self\.lstm\(x\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(8, 16, batch_first=True)
        self.fc = nn.Linear(16, 2)
    def forward(self, x):
        x = self.lstm(x)
        return self.fc(x)
net = Net()
xb = torch.rand(4, 5, 8)
# %% fails
net(xb)
