# rule: inference.column_missing
# source: constructed
# says: salary.?\s+is\s+the\s+target
# says: cat_names = \['workclass', 'education'\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
person = df.drop(columns='salary').iloc[3]
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['workclass', 'education', 'salary'],
                                 cont_names=['age'], y_names='salary', y_block=CategoryBlock(), bs=16)
learn = tabular_learner(dls, layers=[8])
row, clas, probs = learn.predict(person)
# %% mended
cat_names = ['workclass', 'education']
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=cat_names,
                                 cont_names=['age'], y_names='salary', y_block=CategoryBlock(), bs=16)
learn = tabular_learner(dls, layers=[8])
row, clas, probs = learn.predict(person)
