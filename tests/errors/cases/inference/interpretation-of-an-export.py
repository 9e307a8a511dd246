# rule: interpretations.no_data_in_an_export
# source: constructed
# says: validation set of loaded is empty
# says: export
# says: loaded\.dls\.test_dl\(files, with_labels=True\)
# says: from_learner\(loaded, dl=dl\)
# %% before
from fastai.vision.all import *
for k in 'ab':
    (Path('p')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (8, 8), (i * 30, 60, 90)).save(f'p/{k}/{i}.png')
dls = ImageDataLoaders.from_folder('p', valid_pct=0.2, bs=2, num_workers=0)
Learner(dls, nn.Sequential(nn.Flatten(), nn.Linear(192, 2)), loss_func=CrossEntropyLossFlat()).export('whole.pkl')
loaded = load_learner('p/whole.pkl')
files = get_image_files('p')
# %% fails
interp = ClassificationInterpretation.from_learner(loaded)
interp.most_confused()
# %% mended
dl = loaded.dls.test_dl(files, with_labels=True)
interp = ClassificationInterpretation.from_learner(loaded, dl=dl)
interp.most_confused();
