# rule: python_values.missing_key
# source: constructed
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
sizes = {'workclass': 4}
def layers_for(table):
    to = TabularPandas(table, [Categorify], ['workclass'], ['age'], y_names='salary')
    return sizes[to.y_names[0]]
# %% fails
layers_for(df)
