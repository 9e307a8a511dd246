"""The cells of the course's lessons, as learners of today's fastai type them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

PICTURES = r"""
from fastai.vision.all import *
---
path = Path('pets')
path.ls()[:3]
---
files = get_image_files(path)
len(files)
---
files[:5]
---
def is_cat(x): return x[0].isupper()
---
pat = r'^(.*)_\d+.jpg$'
---
set_seed(42)
dls = ImageDataLoaders.from_name_func(path, files, is_cat, item_tfms=Resize(64), bs=16, num_workers=0)
---
dls.show_batch(max_n=4)
---
dls.vocab, dls.c
---
learn = vision_learner(dls, resnet18, metrics=error_rate, pretrained=False)
---
learn.lr_find()
---
learn.fine_tune(1)
---
learn.show_results(max_n=4)
---
interp = ClassificationInterpretation.from_learner(learn)
interp.plot_top_losses(4)
---
interp.plot_confusion_matrix()
---
interp.most_confused(min_val=1)
---
learn.save('stage-1')
---
learn.unfreeze()
learn.fit_one_cycle(1, lr_max=slice(1e-6, 1e-4))
---
learn.export('m.pkl')
---
learn = load_learner(path/'m.pkl')
learn.predict(files[0])
---
img = PILImage.create(files[0])
img.shape, img.size
---
img.to_thumb(128)
---
t = tensor(img)
t.shape
---
dls = ImageDataLoaders.from_name_re(path, files, pat, item_tfms=Resize(64), bs=16, num_workers=0)
dls.vocab
---
bears = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    splitter=RandomSplitter(valid_pct=0.2, seed=42),
    get_y=using_attr(RegexLabeller(r'(.+)_\d+.jpg$'), 'name'),
    item_tfms=Resize(64))
---
dls = bears.dataloaders(path, bs=16, num_workers=0)
---
dls.valid.show_batch(max_n=4, nrows=1)
---
bears = bears.new(item_tfms=RandomResizedCrop(64, min_scale=0.5), batch_tfms=aug_transforms())
dls = bears.dataloaders(path, bs=16, num_workers=0)
---
xb, yb = dls.one_batch()
xb.shape, yb.shape, xb.device
"""
GRADIENTS = r"""
x = torch.ones(100, 2)
x[:, 0].uniform_(-1., 1)
x[:5]
---
a = tensor(3., 2)
y = x@a + torch.rand(100)
---
plt.scatter(x[:, 0], y);
---
def mse(y_hat, y): return ((y_hat - y)**2).mean()
---
a = tensor(-1., 1)
y_hat = x@a
mse(y_hat, y)
---
a = nn.Parameter(a); a
---
def update():
    y_hat = x@a
    loss = mse(y, y_hat)
    if t % 10 == 0: print(loss)
    loss.backward()
    with torch.no_grad():
        a.sub_(lr * a.grad)
        a.grad.zero_()
---
lr = 1e-1
for t in range(100): update()
---
plt.scatter(x[:, 0], y)
plt.scatter(x[:, 0], (x@a).detach());
"""
DIGITS = r"""
stacked_threes, stacked_sevens = torch.rand(6131, 28, 28), torch.rand(6265, 28, 28)
stacked_threes.shape
---
mean3 = stacked_threes.mean(0)
show_image(mean3);
---
def mnist_distance(a, b): return (a - b).abs().mean((-1, -2))
mnist_distance(stacked_threes, mean3).mean()
---
train_x = torch.cat([stacked_threes, stacked_sevens]).view(-1, 28*28)
train_y = tensor([1]*len(stacked_threes) + [0]*len(stacked_sevens)).unsqueeze(1)
train_x.shape, train_y.shape
---
dset = list(zip(train_x, train_y))
x, y = dset[0]
x.shape, y
---
valid_x, valid_y = torch.rand(2038, 28*28), tensor([1]*1010 + [0]*1028).unsqueeze(1)
valid_dset = list(zip(valid_x, valid_y))
---
def init_params(size, std=1.0): return (torch.randn(size)*std).requires_grad_()
weights = init_params((28*28, 1))
bias = init_params(1)
---
(train_x[0]*weights.T).sum() + bias
---
def linear1(xb): return xb@weights + bias
preds = linear1(train_x)
preds
---
corrects = (preds > 0.0).float() == train_y
corrects.float().mean().item()
---
def mnist_loss(predictions, targets):
    predictions = predictions.sigmoid()
    return torch.where(targets == 1, 1 - predictions, predictions).mean()
---
dl = DataLoader(dset, batch_size=256)
xb, yb = first(dl)
xb.shape, yb.shape
---
valid_dl = DataLoader(valid_dset, batch_size=256)
---
loss = mnist_loss(linear1(train_x[:4]), train_y[:4])
loss.backward()
weights.grad.shape, weights.grad.mean(), bias.grad
---
def calc_grad(xb, yb, model):
    preds = model(xb)
    loss = mnist_loss(preds, yb)
    loss.backward()
---
def train_epoch(model, lr, params):
    for xb, yb in dl:
        calc_grad(xb, yb, model)
        for p in params:
            p.data -= p.grad*lr
            p.grad.zero_()
---
def batch_accuracy(xb, yb):
    preds = xb.sigmoid()
    correct = (preds > 0.5) == yb
    return correct.float().mean()
---
def validate_epoch(model):
    accs = [batch_accuracy(model(xb), yb) for xb, yb in valid_dl]
    return round(torch.stack(accs).mean().item(), 4)
---
lr = 1.
params = weights, bias
train_epoch(linear1, lr, params)
validate_epoch(linear1)
---
for i in range(2):
    train_epoch(linear1, lr, params)
    print(validate_epoch(linear1), end=' ')
---
dls = DataLoaders(dl, valid_dl)
learn = Learner(dls, nn.Linear(28*28, 1), opt_func=SGD, loss_func=mnist_loss, metrics=batch_accuracy)
learn.fit(1, lr=lr)
---
simple_net = nn.Sequential(
    nn.Linear(28*28, 30),
    nn.ReLU(),
    nn.Linear(30, 1)
)
---
learn = Learner(dls, simple_net, opt_func=SGD, loss_func=mnist_loss, metrics=batch_accuracy)
learn.fit(1, 0.1)
---
learn.recorder.plot_loss()
"""
TABLES = r"""
from fastai.tabular.all import *
df = pd.read_csv('adult.csv')
df.head()
---
splits = RandomSplitter(valid_pct=0.2, seed=1)(range_of(df))
to = TabularPandas(df, procs=[Categorify, FillMissing, Normalize], cat_names=['education'],
                   cont_names=['age', 'hours'], y_names='salary', splits=splits)
---
tdls = to.dataloaders(bs=64)
tdls.show_batch()
---
tl = tabular_learner(tdls, metrics=accuracy)
tl.fit_one_cycle(1)
---
df.groupby('education')['age'].mean().sort_values()
---
df = pd.read_csv('bulldozers.csv', low_memory=False)
df.columns
---
df['ProductSize'].unique()
---
sizes = 'Large', 'Medium', 'Small', 'Mini'
df['ProductSize'] = df['ProductSize'].astype('category')
df['ProductSize'] = df['ProductSize'].cat.set_categories(sizes, ordered=True)
---
dep_var = 'SalePrice'
df[dep_var] = np.log(df[dep_var])
---
df = add_datepart(df, 'saledate')
---
cond = (df.saleYear < 2011) | (df.saleMonth < 10)
train_idx = np.where(cond)[0]
valid_idx = np.where(~cond)[0]
splits = (list(train_idx), list(valid_idx))
---
cont, cat = cont_cat_split(df, 1, dep_var=dep_var)
---
to = TabularPandas(df, [Categorify, FillMissing], cat, cont, y_names=dep_var, splits=splits)
len(to.train), len(to.valid)
---
xs, y = to.train.xs, to.train.y
valid_xs, valid_y = to.valid.xs, to.valid.y
---
from sklearn.tree import DecisionTreeRegressor
m = DecisionTreeRegressor(max_leaf_nodes=4)
m.fit(xs, y);
---
def r_mse(pred, y): return round(math.sqrt(((pred - y)**2).mean()), 6)
def m_rmse(m, xs, y): return r_mse(m.predict(xs), y)
---
m_rmse(m, xs, y), m_rmse(m, valid_xs, valid_y)
---
xs_filt = xs.drop('MachineID', axis=1)
xs_filt.shape
"""
TITANIC = r"""
df = pd.read_csv('titanic.csv')
df
---
df.isna().sum()
---
modes = df.mode().iloc[0]
df.fillna(modes, inplace=True)
---
df['LogFare'] = np.log(df['Fare'] + 1)
df['LogFare'].hist();
---
df = pd.get_dummies(df, columns=['Sex', 'Pclass'], dtype=int)
df.columns
---
t_dep = tensor(df.Survived)
indep_cols = ['Age', 'LogFare', 'Sex_female', 'Pclass_1', 'Pclass_2']
t_indep = tensor(df[indep_cols].values, dtype=torch.float)
t_indep.shape
---
torch.manual_seed(442)
n_coeff = t_indep.shape[1]
coeffs = torch.rand(n_coeff) - 0.5
---
vals, indices = t_indep.max(dim=0)
t_indep = t_indep / vals
---
preds = (t_indep*coeffs).sum(axis=1)
loss = torch.abs(preds - t_dep).mean()
loss
---
def calc_preds(coeffs, indeps): return torch.sigmoid((indeps*coeffs).sum(axis=1))
def calc_loss(coeffs, indeps, deps): return torch.abs(calc_preds(coeffs, indeps) - deps).mean()
---
coeffs.requires_grad_()
loss = calc_loss(coeffs, t_indep, t_dep)
loss.backward()
coeffs.grad
---
def update_coeffs(coeffs, lr):
    coeffs.sub_(coeffs.grad * lr)
    coeffs.grad.zero_()
def one_epoch(coeffs, lr):
    loss = calc_loss(coeffs, t_indep, t_dep)
    loss.backward()
    with torch.no_grad(): update_coeffs(coeffs, lr)
    print(f"{loss:.3f}", end="; ")
---
for i in range(10): one_epoch(coeffs, lr=0.2)
---
preds = calc_preds(coeffs, t_indep)
((preds > 0.5) == t_dep.bool()).float().mean()
"""
RATINGS = r"""
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.read_csv('u.data', delimiter='\t', header=None, names=['user', 'movie', 'rating', 'timestamp'])
ratings.head()
---
movies = pd.read_csv('u.item', delimiter='|', header=None, names=('movie', 'title'))
ratings = ratings.merge(movies)
---
dls = CollabDataLoaders.from_df(ratings, item_name='title', bs=64)
dls.show_batch()
---
n_users, n_movies = len(dls.classes['user']), len(dls.classes['title'])
n_factors = 5
user_factors = torch.randn(n_users, n_factors)
movie_factors = torch.randn(n_movies, n_factors)
---
class DotProduct(Module):
    def __init__(self, n_users, n_movies, n_factors, y_range=(0, 5.5)):
        self.user_factors = Embedding(n_users, n_factors)
        self.movie_factors = Embedding(n_movies, n_factors)
        self.y_range = y_range

    def forward(self, x):
        users = self.user_factors(x[:, 0])
        movies = self.movie_factors(x[:, 1])
        return sigmoid_range((users * movies).sum(dim=1), *self.y_range)
---
model = DotProduct(n_users, n_movies, 50)
learn = Learner(dls, model, loss_func=MSELossFlat())
learn.fit_one_cycle(1, 5e-3)
---
learn = collab_learner(dls, n_factors=50, y_range=(0, 5.5))
learn.fit_one_cycle(1, 5e-3, wd=0.1)
---
movie_bias = learn.model.i_bias.weight.squeeze()
idxs = movie_bias.argsort()[:5]
[dls.classes['title'][i] for i in idxs]
---
3 + 4
---
print('done')
"""
BEGIN = "from fastai.vision.all import *\n---\n"
BEGIN_TABLES = "from fastai.tabular.all import *\n---\n"
LESSONS = [
    lesson.strip().split("\n---\n")
    for lesson in (
        PICTURES,
        BEGIN + GRADIENTS,
        BEGIN + DIGITS,
        TABLES,
        BEGIN_TABLES + TITANIC,
        RATINGS,
    )
]


@contextmanager
def short_epochs() -> Iterator[None]:
    """End each epoch of fastai's learners after its first batches: what the hooks take does not depend on them."""
    from fastai.callback.training import ShortEpochCallback
    from fastai.learner import defaults

    class ShortEpochs(ShortEpochCallback):  # type: ignore[misc]
        def after_batch(self) -> None:
            if not hasattr(self.learn, "lr_finder"):
                super().after_batch()

    before = defaults.callbacks
    defaults.callbacks = [*before, ShortEpochs(pct=0.01, short_valid=False)]
    try:
        yield
    finally:
        defaults.callbacks = before
