# notice: labels_alike.classes_written_in_two_ways
# source: constructed
# %% before
from fastai.tabular.all import *
staff = pd.DataFrame({'job': ['cook', 'cook ', 'smith', 'nurse'] * 12, 'age': range(48), 'pay': [1.5, 2.5, 3.5, 2.0] * 12})
def get_data():
    return TabularDataLoaders.from_df(staff, y_names='pay', cat_names=['job'], cont_names=['age'], procs=[Categorify, Normalize], bs=8)
# %% cell
dls = get_data()
