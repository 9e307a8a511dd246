# rule: cleaning_texts.files_not_utf8
# source: constructed
# says: UTF-8
# says: encoding='latin-1'
# %% before
from fastai.text.all import *
for name in ['good', 'bad']:
    Path('texts', name).mkdir(parents=True)
    for i in range(6): Path('texts', name, f'{i}.txt').write_bytes('a café in the old town'.encode('latin-1'))
# %% fails
dls = TextDataLoaders.from_folder('texts', valid_pct=0.3)
# %% mended
for o in get_text_files('texts'):
    o.write_text(o.read_text(encoding='latin-1'), encoding='utf-8')
dls = TextDataLoaders.from_folder('texts', valid_pct=0.3, bs=2)
