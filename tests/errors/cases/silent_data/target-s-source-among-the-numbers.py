# notice: tables.target_under_another_name
# source: constructed
# says: `?hammer`? is in `?cont_names`? of `?sold`?
# says: numbers.remove\('hammer'\)
# %% before
from fastai.tabular.all import *
draw = np.random.default_rng(17)
lots = pd.DataFrame({'hours': draw.gamma(3, 900, 300), 'year': draw.integers(1985, 2012, 300), 'state': draw.choice(['Ohio', 'Utah'], 300)})
lots['hammer'] = np.exp(9 + .03*(lots.year - 1985) - lots.hours/9000 + draw.normal(0, .4, 300)).round()
# %% cell
lots['log_hammer'] = np.log(lots.hammer)
numbers, words = cont_cat_split(lots, max_card=5, dep_var='log_hammer')
sold = TabularPandas(lots, [Categorify, FillMissing, Normalize], cat_names=words, cont_names=numbers, y_names='log_hammer', splits=RandomSplitter(seed=1)(range_of(lots)))
# %% mended
lots['log_hammer'] = np.log(lots.hammer)
numbers, words = cont_cat_split(lots, max_card=5, dep_var='log_hammer')
numbers.remove('hammer')
sold = TabularPandas(lots, [Categorify, FillMissing, Normalize], cat_names=words, cont_names=numbers, y_names='log_hammer', splits=RandomSplitter(seed=1)(range_of(lots)))
