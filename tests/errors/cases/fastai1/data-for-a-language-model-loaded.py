# rule: fastai1.name_of_fastai1
# source: https://github.com/tchambon/deepfrench/issues/4
# says: data_lm = TextDataLoaders\.from_folder\(path, bs=8, is_lm=True\)
# %% before
from fastai.text.all import *
path = Path('texts'); (path/'train').mkdir(parents=True); (path/'valid').mkdir()
for part in ('train', 'valid'):
    for i in range(6): (path/part/f'{i}.txt').write_text('this is a text about films and people ' * 20)
# %% fails
data_lm = TextLMDataBunch.load(path, 'data_lm', bs=8)
