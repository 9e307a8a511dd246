# notice: loaders.answers_in_another_order
# source: https://www.kaggle.com/questions-and-answers
# says: test_loader\s+shuffles
# says: shuffle=False
# %% before
import torch, pandas as pd
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
torch.manual_seed(1)
test_df = pd.DataFrame({'id': range(30), 'a': torch.rand(30).tolist(), 'b': torch.rand(30).tolist()})
model = nn.Linear(2, 3)
# %% cell
test_ds = TensorDataset(torch.tensor(test_df[['a', 'b']].values, dtype=torch.float32))
test_loader = DataLoader(test_ds, batch_size=8, shuffle=True)
outs = []
with torch.no_grad():
    for batch in test_loader:
        outs.append(model(batch[0]))
preds = torch.cat(outs).argmax(dim=1)
submission = pd.DataFrame({'id': test_df['id'], 'kind': preds.numpy()})
submission.to_csv('sub.csv', index=False)
# %% mended
test_ds = TensorDataset(torch.tensor(test_df[['a', 'b']].values, dtype=torch.float32))
test_loader = DataLoader(test_ds, batch_size=8, shuffle=False)
outs = []
with torch.no_grad():
    for batch in test_loader:
        outs.append(model(batch[0]))
preds = torch.cat(outs).argmax(dim=1)
submission = pd.DataFrame({'id': test_df['id'], 'kind': preds.numpy()})
submission.to_csv('sub.csv', index=False)
