# rule: libraries_flat.table_column_of_two_dimensions
# source: constructed
# says: argmax\(dim=1\)
# says: scores\[:, 1\]
# %% before
from fastai.vision.all import *
feats = torch.randn(48, 5)
marks = torch.randint(0, 4, (48,))
pairs = list(zip(feats, marks))
dls = DataLoaders.from_dsets(pairs[:32], pairs[32:], bs=8, num_workers=0)
head = nn.Sequential(nn.Linear(5, 12), nn.ReLU(), nn.Linear(12, 4))
learner = Learner(dls, head, loss_func=CrossEntropyLossFlat(), metrics=accuracy)
scores, _ = learner.get_preds()
keys = list(range(16))
# %% fails
sub = pd.DataFrame({'key': keys, 'mark': scores.numpy()})
# %% mended
sub = pd.DataFrame({'key': keys, 'mark': scores.argmax(dim=1).numpy()})
