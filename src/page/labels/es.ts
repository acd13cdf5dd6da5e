/** Spanish (Spain and Mexico). Verified: the offer page's order limit. The form's texts are best knowledge. */
export const es = `
el comprador compra|el comprador adquiere
productos comprados|artículos comprados
el comprador obtiene|el comprador recibe
se aplica a|aplicable a
fecha de inicio
fecha de finalización|fecha de fin
descripción interna
id de seguimiento|identificador de seguimiento
código promocional|código de promoción
un canje por cliente|un uso por cliente
combinabilidad del código promocional|combinabilidad de códigos promocionales
texto mostrado en la página de detalles|texto de la página de detalles
añadir nivel|agregar nivel
eliminar nivel|quitar nivel

de un solo uso|un solo uso
grupo|código de grupo
ninguno|ningún código
preferente|preferencial
sin restricciones|ilimitado
exclusivo|exclusiva
al menos esta cantidad de productos|al menos esta cantidad de artículos
al menos este importe
por cada cantidad de productos comprados
porcentaje de descuento|descuento porcentual
importe de descuento
precio fijo para todos los productos
productos gratis|artículos gratis
producto adicional
seleccionar|seleccione|selecciona
catálogo completo|todo el catálogo


código promocional para redes sociales
compra uno y llévate otro gratis

revisar
enviar
nombre del grupo|nombre de grupo
cantidad
crear
listo|preparado
descargar
estado
!cantidad máxima de pedido|cantidad máxima por pedido`;
