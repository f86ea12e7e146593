"""How far each profile fits what was asked: values, weights, requirements, scores."""
