# rule: tabular_new_tables.new_lacks_columns
# source: constructed
# says: rent.?\s+is\s+the\s+target
# says: cont_names\.remove\('rent'\)
# %% before
from fastai.tabular.all import *
flats = pd.DataFrame({'town': ['a', 'b'] * 30, 'rooms': [1, 2, 3] * 20, 'rent': [300. + o for o in range(60)]})
later = flats.drop(columns='rent').head(5)
# %% fails
cont_names = ['rooms', 'rent']
to = TabularPandas(flats, procs=[Categorify, Normalize], cat_names=['town'], cont_names=cont_names, y_names='rent',
                   splits=RandomSplitter()(range_of(flats)))
to_later = to.new(later)
to_later.process()
# %% mended
cont_names = ['rooms', 'rent']
cont_names.remove('rent')
to = TabularPandas(flats, procs=[Categorify, Normalize], cat_names=['town'], cont_names=cont_names, y_names='rent',
                   splits=RandomSplitter()(range_of(flats)))
to_later = to.new(later)
to_later.process()
