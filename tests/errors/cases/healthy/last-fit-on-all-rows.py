# notice: none
# source: constructed
# %% before
from fastai.tabular.all import *
draw = np.random.default_rng(11)
wine = pd.DataFrame({'acid': draw.normal(3, .3, 200), 'sugar': draw.gamma(2, 2, 200)})
wine['grade'] = np.where(wine.sugar > 3, 'sweet', 'dry')
# %% cell
def make(splits):
    to = TabularPandas(wine, procs=[Normalize], cont_names=['acid', 'sugar'], y_names='grade', splits=splits)
    return tabular_learner(to.dataloaders(bs=32), layers=[20], metrics=accuracy)

everything = list(range_of(wine))
final = make((everything, everything))
with final.no_bar(), final.no_logging(): final.fit(1)
