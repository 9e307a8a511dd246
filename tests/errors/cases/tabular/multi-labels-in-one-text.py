# rule: tabular.words_in_target
# source: constructed
# says: str.get_dummies\(';'\)
# says: y_names=y_names,\s+y_block=MultiCategoryBlock
# %% before
from fastai.tabular.all import *
np.random.seed(0)
films = pd.DataFrame({'land': ['no', 'se', 'dk'] * 40, 'year': np.random.randint(1990, 2020, 120)})
films['genres'] = ['crime;drama', 'drama', 'comedy;crime'] * 40
# %% fails
dls = TabularDataLoaders.from_df(films, procs=[Categorify, Normalize], cat_names=['land'], cont_names=['year'],
                                 y_names='genres', y_block=MultiCategoryBlock(encoded=True, vocab=['crime', 'drama', 'comedy']), bs=32)
# %% mended
labels = films['genres'].str.get_dummies(';')
films = films.join(labels)
y_names = list(labels)
dls = TabularDataLoaders.from_df(films, procs=[Categorify, Normalize], cat_names=['land'], cont_names=['year'],
                                 y_names=y_names, y_block=MultiCategoryBlock(encoded=True, vocab=y_names), bs=32)
tabular_learner(dls, layers=[10]).fit(1)
