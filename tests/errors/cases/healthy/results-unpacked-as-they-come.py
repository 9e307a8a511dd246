# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(96, 4); y = (x[:, 0] > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:64], ds[64:], bs=32, num_workers=0)
from sklearn.model_selection import KFold
from fastai.tabular.all import *
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
df = pd.DataFrame({"a": np.random.randn(30), "b": ["x", "y", "z"] * 10, "y": 1})
# %% cell
preds, targs = learn.get_preds()
cont, cat = cont_cat_split(df, dep_var='y')
kf = KFold(3, shuffle=True)
for train, test in kf.split(df): pass
valid, train = 'valid train'.split()
