# rule: tabular.words_in_target
# source: https://github.com/fastai/fastbook/issues/529
# says: MultiCategoryBlock makes no numbers
# says: targets smokes and drinks have\s+text
# %% before
from fastai.tabular.all import *
np.random.seed(0)
people = pd.DataFrame({'job': ['cook', 'nurse', 'driver'] * 40, 'age': np.random.randint(18, 70, 120)})
people['smokes'] = ['yes', 'no'] * 60
people['drinks'] = ['never', 'never', 'often'] * 40
habits = ['smokes', 'drinks']
splits = RandomSplitter(seed=1)(range_of(people))
# %% fails
to = TabularPandas(people, [Categorify, Normalize], ['job'], ['age'], habits, MultiCategoryBlock(vocab=habits), splits)
dls = to.dataloaders(bs=32)
dls.one_batch()
# %% mended
people['smokes'] = (people['smokes'] == 'yes').astype(int)
people['drinks'] = (people['drinks'] == 'often').astype(int)
to = TabularPandas(people, [Categorify, Normalize], ['job'], ['age'], habits, MultiCategoryBlock(encoded=True, vocab=habits), splits)
dls = to.dataloaders(bs=32)
dls.one_batch()
tabular_learner(dls, layers=[10]).fit(1)
