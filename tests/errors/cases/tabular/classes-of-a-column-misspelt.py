# rule: categories.no_classes_of
# source: constructed
# says: to\.classes\['Education'\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'Work': ['Private', 'State-gov'] * 40, 'Education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
to = TabularPandas(df, procs=[Categorify], cat_names=['Work', 'Education'], cont_names=['age'], y_names='salary',
                   splits=RandomSplitter()(range_of(df)))
# %% fails
to.classes['education']
# %% mended
to.classes['Education']
