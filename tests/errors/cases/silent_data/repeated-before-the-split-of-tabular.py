# notice: leaks.repeated_before_split
# source: constructed
# says: more\s+repeats\s+rows
# says: of\s+the\s+30\s+rows\s+of\s+(data|dls)\.valid
# %% before
from fastai.tabular.all import *
rng = np.random.RandomState(0)
df = pd.DataFrame({'a': rng.rand(90), 'b': rng.rand(90), 'rare': ['y'] * 6 + ['n'] * 84})
# %% cell
more = pd.concat([df] + [df[df.rare == 'y']] * 10, ignore_index=True)
splits = RandomSplitter(0.2, seed=1)(range_of(more))
data = TabularPandas(more, procs=[Categorify], cont_names=['a', 'b'], y_names='rare', y_block=CategoryBlock(), splits=splits)
dls = data.dataloaders(bs=16)
# %% mended
splits = RandomSplitter(0.2, seed=1)(range_of(df))
data = TabularPandas(df, procs=[Categorify], cont_names=['a', 'b'], y_names='rare', y_block=CategoryBlock(), splits=splits)
dls = data.dataloaders(bs=16)
