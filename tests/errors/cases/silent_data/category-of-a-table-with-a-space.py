# notice: labels_alike.classes_written_in_two_ways
# source: constructed
# says: column\s+job\s+of\s+dls\s+has\s+.*'cook'.*\s+differ\s+in\s+spaces\s+only
# says: staff\['job'\]\s+=\s+staff\['job'\]\.str\.strip\(\)
# %% before
from fastai.tabular.all import *
staff = pd.DataFrame({'job': ['cook', 'cook ', 'smith', 'nurse'] * 12, 'age': range(48), 'pay': [1.5, 2.5, 3.5, 2.0] * 12})
# %% cell
dls = TabularDataLoaders.from_df(staff, y_names='pay', cat_names=['job'], cont_names=['age'], procs=[Categorify, Normalize], bs=8)
# %% mended
staff['job'] = staff['job'].str.strip()
dls = TabularDataLoaders.from_df(staff, y_names='pay', cat_names=['job'], cont_names=['age'], procs=[Categorify, Normalize], bs=8)
