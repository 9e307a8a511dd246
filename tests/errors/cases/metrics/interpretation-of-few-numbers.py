# rule: fastai_metrics_called.no_classes_to_confuse
# source: constructed
# says: interp\.top_losses\(2\)
# %% before
from fastai.vision.all import *
Path('fish').mkdir()
for i in range(8): Image.new('RGB', (20, 20), (30 * i, 0, 9)).save(f'fish/cod_{i + 3}.png')
scales = DataBlock((ImageBlock, RegressionBlock), get_items=get_image_files, splitter=IndexSplitter([1, 4]),
                   get_y=lambda o: float(o.stem.split('_')[1]))
dls = scales.dataloaders('fish', bs=2, num_workers=0)
body = nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 1))
learn = Learner(dls, body, loss_func=MSELossFlat())
# %% fails
interp = ClassificationInterpretation.from_learner(learn)
# %% mended
interp = Interpretation.from_learner(learn)
interp.top_losses(2)
