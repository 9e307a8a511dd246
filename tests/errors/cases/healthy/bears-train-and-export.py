# notice: none
# source: fastbook, chapter 2
# %% before
from fastai.vision.all import *
path = Path('pets')
for c in ['cat', 'dog']:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (40, 40), (i*20, 60, 90)).save(path/c/f'{i}.jpg')
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, seed=42, item_tfms=Resize(32), bs=4)
# %% cell
learn = vision_learner(dls, resnet18, pretrained=False, metrics=error_rate)
learn.fine_tune(1)
interp = ClassificationInterpretation.from_learner(learn)
interp.plot_confusion_matrix()
learn.export()
learn_inf = load_learner(path/'export.pkl')
learn_inf.predict(get_image_files(path)[0])
learn_inf.dls.vocab
